"""moto, with what Terraform's AWS provider needs to know of a StackSet.

moto makes the stacks of one, and forgets that it is deployed by itself, which capabilities it has and whether its
operations are managed, so that every StackSet looks changed. Here it keeps them as they were given.
"""

from moto.cloudformation.models import StackSet
from moto.cloudformation.responses import CloudFormationResponse
from moto.server import main

create_stack_set = CloudFormationResponse.create_stack_set

KEPT = {"AutoDeployment": "auto_deployment", "Capabilities": "capabilities", "ManagedExecution": "managed_execution"}


def create_stack_set_in_full(self):
    answer = create_stack_set(self)
    stack_set = self.cloudformation_backend.describe_stack_set(self._get_param("StackSetName"))
    for parameter, attribute in KEPT.items():
        setattr(stack_set, attribute, self._get_params().get(parameter))
    return answer


StackSet.managed_execution = None
CloudFormationResponse.create_stack_set = create_stack_set_in_full

if __name__ == "__main__":
    main()
