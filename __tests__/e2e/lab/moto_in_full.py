"""moto, with what Terraform's AWS provider and an audit need to know of a StackSet.

moto makes the stacks of one, and forgets that it is deployed by itself, which capabilities it has and whether its
operations are managed, so that every StackSet looks changed; and which units and regions it reaches. Here it keeps them
as they were given.
"""

from moto.cloudformation.models import StackSet
from moto.cloudformation.responses import CloudFormationResponse
from moto.server import main

KEPT = {"AutoDeployment": "auto_deployment", "Capabilities": "capabilities", "ManagedExecution": "managed_execution"}


def keeps(operation):
    def in_full(self):
        answer = operation(self)
        stack_set = self.cloudformation_backend.describe_stack_set(self._get_param("StackSetName"))
        given = self._get_params()
        for parameter, attribute in KEPT.items():
            if parameter in given:
                setattr(stack_set, attribute, given[parameter])
        units = given.get("DeploymentTargets", {}).get("OrganizationalUnitIds", [])
        stack_set.organizational_unit_ids = sorted({*stack_set.organizational_unit_ids, *units})
        return answer

    return in_full


StackSet.managed_execution = None
StackSet.organizational_unit_ids = []
StackSet.regions = property(lambda self: sorted({instance.region_name for instance in self.stack_instances}))
for name in ["create_stack_set", "update_stack_set", "create_stack_instances"]:
    setattr(CloudFormationResponse, name, keeps(getattr(CloudFormationResponse, name)))

if __name__ == "__main__":
    main()
